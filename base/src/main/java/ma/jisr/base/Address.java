package ma.jisr.base;

import java.util.Objects;

/**
 * Where a person is reached: a phone number or a chat account. Personal data: {@link #toString()}
 * shows the scheme only.
 *
 * @param scheme {@code tel} for phone numbers, else the chat's name, lower case
 * @param value the E.164 digits, or the chat's own user id
 */
public record Address(String scheme, String value) {
  public Address {
    Objects.requireNonNull(scheme);
    Objects.requireNonNull(value);
  }

  public static Address of(Msisdn msisdn) {
    return new Address("tel", msisdn.digits());
  }

  @Override
  public String toString() {
    return scheme + ":hidden";
  }
}
