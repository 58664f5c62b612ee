package ma.jisr.gateway.channel.smpp;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import ma.jisr.base.Msisdn;

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

  private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
  private final String country;
  private final String code;

  /**
   * @param country ISO 3166, such as MA
   */
  Numbers(String country) {
    this.country = country;
    this.code = Integer.toString(util.getCountryCodeForRegion(country));
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
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    if (digits.startsWith("00")) {
      digits = digits.substring(2);
      plus = true;
    }
    // Many gateways leave the type of number at 0 whatever they send. A number with the own country
    // code or without a trunk zero is international.
    boolean international =
        plus || ton == INTERNATIONAL || digits.startsWith(code) || digits.charAt(0) != '0';
    return parse(international ? "+" + digits : digits);
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
