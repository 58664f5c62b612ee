package ma.jisr.gateway.channel.smpp;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import ma.jisr.base.Msisdn;
import org.jspecify.annotations.Nullable;

/**
 * The reading of source addresses as E.164: international as it stands, national ones (06…, 07…) in
 * the link's country. Short codes and names are no numbers: nobody is to answer them, they answer
 * back.
 */
final class Numbers {
  private static final int INTERNATIONAL = 1;
  private static final int ALPHANUMERIC = 5;
  private static final int SHORTEST = 8;
  private static final int LONGEST = 20;
  private static final String MOROCCO = "212";

  /** Digits of a Moroccan number without 212 or its trunk zero. */
  private static final int NATIONAL = 9;

  private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
  private final String country;
  private final String code;
  private final boolean moroccan;

  /**
   * @param country ISO 3166, such as MA
   */
  Numbers(String country) {
    this.country = country;
    this.code = Integer.toString(util.getCountryCodeForRegion(country));
    this.moroccan = code.equals(MOROCCO);
  }

  /**
   * Reads an address.
   *
   * @param ton type of number (SMPP 3.4 5.2.5)
   */
  Optional<Msisdn> read(String address, int ton) {
    if (ton == ALPHANUMERIC || address.length() < SHORTEST || address.length() > LONGEST) {
      return Optional.empty();
    }
    boolean plus = address.charAt(0) == '+';
    String digits = plus ? address.substring(1) : address;
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    if (digits.startsWith("00")) {
      digits = digits.substring(2);
      plus = true;
    }
    // Many gateways leave the type of number at 0 whatever they send. A number with the own country
    // code or without a trunk zero is international.
    boolean international =
        plus || ton == INTERNATIONAL || digits.startsWith(code) || digits.charAt(0) != '0';
    String plain = moroccan ? plain(digits, international) : null;
    return plain != null
        ? Optional.of(new Msisdn(plain))
        : parse(international ? "+" + digits : digits);
  }

  /**
   * Morocco's numbers as nearly all of them come, at a hundredth of the library's cost: 212 or a
   * trunk zero, then a digit of 5 to 8 and eight more (numbering plan of the ANRT). Null for
   * others.
   */
  private static @Nullable String plain(String digits, boolean international) {
    int first = international ? 3 : 1;
    if (digits.length() != first + NATIONAL
        || digits.charAt(first) < '5'
        || digits.charAt(first) > '8') {
      return null;
    }
    if (!international) {
      return MOROCCO + digits.substring(1);
    }
    return digits.startsWith(MOROCCO) ? digits : null;
  }

  private Optional<Msisdn> parse(String text) {
    try {
      PhoneNumber number = util.parse(text, country);
      if (!util.isPossibleNumber(number)) {
        return Optional.empty();
      }
      String e164 = util.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
      return Optional.of(new Msisdn(e164.substring(1)));
    } catch (NumberParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
