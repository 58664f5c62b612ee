package ma.jisr.flow.render;

import java.time.LocalTime;
import java.time.ZoneId;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.value.Value;

/**
 * How a value reads in one language. Digits are 0-9 in every language, as in the Maghreb.
 *
 * @param language of the sentence that it stands in
 * @param latinOnly whether the phone has not proved another script
 * @param words the units and signs of that language
 */
record ValueText(Language language, boolean latinOnly, Words words) {
  private static final int CENTIMES = 100;

  /** 20 ryal make a dirham: a ryal is the old five-centime coin. */
  private static final int CENTIMES_A_RYAL = 5;

  private static final int METRES_A_KILOMETRE = 1000;

  /** From here on hundreds of metres say nothing ("12 km", not "12,3 km"). */
  private static final int WHOLE_KILOMETRES_FROM = 10_000;

  private static final String MOROCCO = "212";

  /** The value as people of that language write it. */
  String of(Value value) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.Local local -> local(local.text());
      case Value.Whole whole -> Long.toString(whole.number());
      case Value.Amount amount -> amount(amount.centimes());
      case Value.Flag flag -> flag.flag() ? words.yes() : words.no();
      case Value.Phone phone -> phone(phone.digits());
      case Value.Moment moment -> moment(moment);
      case Value.Distance distance -> distance(distance);
      case Value.Item item -> local(item.label());
      case Value.Items items ->
          String.join(", ", items.items().stream().map(i -> local(i.label())).toList());
    };
  }

  /** An amount as it is read back before it is paid: in ryal too where people count so. */
  String readBack(Value.Amount amount) {
    String dirhams = amount(amount.centimes());
    if (words.ryal().isEmpty() || amount.centimes() % CENTIMES_A_RYAL != 0) return dirhams;
    return dirhams + " = " + amount.centimes() / CENTIMES_A_RYAL + " " + words.ryal();
  }

  private String local(LocalText text) {
    return text.in(language, latinOnly);
  }

  private String amount(long centimes) {
    long rest = Math.abs(centimes % CENTIMES);
    String sign = centimes < 0 ? "-" : "";
    String whole = sign + Math.abs(centimes / CENTIMES);
    String number = rest == 0 ? whole : whole + words.decimal() + twoDigits(rest);
    return number + " " + words.dirham();
  }

  /** As dialled from Morocco; no plus sign, which changes places in Arabic lines. */
  private static String phone(String digits) {
    return digits.startsWith(MOROCCO) ? "0" + digits.substring(MOROCCO.length()) : "00" + digits;
  }

  private String moment(Value.Moment moment) {
    LocalTime time = moment.instant().atZone(ZoneId.of(moment.zone())).toLocalTime();
    if (time.getMinute() == 0 && words.clock().equals("h")) return time.getHour() + "h";
    return time.getHour() + words.clock() + twoDigits(time.getMinute());
  }

  private String distance(Value.Distance distance) {
    long metres = distance.metres();
    if (!distance.exact()) {
      long rounded = Math.max(1, Math.round((double) metres / METRES_A_KILOMETRE));
      return about() + rounded + " " + words.kilometre();
    }
    if (metres < METRES_A_KILOMETRE) return metres + " " + words.metre();
    if (metres >= WHOLE_KILOMETRES_FROM)
      return Math.round((double) metres / METRES_A_KILOMETRE) + " " + words.kilometre();
    long tenths = Math.round(metres / 100.0);
    String fraction = tenths % 10 == 0 ? "" : words.decimal() + tenths % 10;
    return tenths / 10 + fraction + " " + words.kilometre();
  }

  /** A word stands apart from the number, a sign does not. */
  private String about() {
    String about = words.about().strip();
    boolean word = !about.isEmpty() && Character.isLetter(about.codePointBefore(about.length()));
    return word ? about + " " : about;
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
