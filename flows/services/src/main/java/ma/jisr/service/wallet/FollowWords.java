package ma.jisr.service.wallet;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.flow.value.Value;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.service.wallet.claim.Claim;
import ma.jisr.service.wallet.payment.PaymentRules;
import ma.jisr.service.wallet.payment.Received;
import ma.jisr.service.wallet.payment.View;
import ma.jisr.service.words.ShortName;
import ma.jisr.service.words.TimeOfDay;

/** Payments and claims as sentences hold them. What there is none of is left out. */
final class FollowWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);

  /** What stands for the name of somebody whose provider tells none. */
  private static final String NAMELESS = "?";

  private final InstantSource clock;

  FollowWords(InstantSource clock) {
    this.clock = clock;
  }

  /** "45 DH Epicerie Bar 22/11": how much, to whom as far as there is room, and when. */
  Value.Item item(View view) {
    String amount = view.amount().text();
    String day = DAY.format(view.at().atZone(OpeningHours.ZONE));
    int room = FollowOperations.LABEL - amount.length() - day.length() - 2;
    boolean named = !nameless(view.name()) && room > 0;
    LocalText name = named ? ShortName.of(view.name(), room) : LocalText.same("");
    Map<Language, String> labels = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      String middle = named ? " " + name.in(language, false) : "";
      labels.put(language, amount + middle + " " + day);
    }
    return Value.Item.of(view.reference(), new LocalText(labels));
  }

  static Value.Item item(String id, LocalText name) {
    return Value.Item.of(id, ShortName.of(name, FollowOperations.PROGRAMME));
  }

  Map<String, Value> values(View view) {
    Map<String, Value> values = new HashMap<>();
    values.put("reference", new Value.Text(view.reference()));
    values.put("amount", amount(view.amount()));
    if (!nameless(view.name()))
      values.put("name", new Value.Local(ShortName.of(view.name(), WalletOperations.NAME)));
    Money fee = view.fee();
    if (fee != null && fee.centimes() > 0) values.put("fee", amount(fee));
    String receipt = view.receipt();
    if (receipt != null && receipt.length() <= FollowOperations.RECEIPT)
      values.put("receipt", new Value.Text(receipt));
    values.put("when", new Value.Local(when(view.at())));
    values.put("provider", new Value.Text(view.provider()));
    return values;
  }

  Map<String, Value> values(Received received) {
    Map<String, Value> values = new HashMap<>();
    values.put("reference", new Value.Text(received.reference()));
    values.put("amount", amount(received.amount()));
    values.put("when", new Value.Local(when(received.at())));
    if (!received.about().isEmpty()) values.put("about", new Value.Text(received.about()));
    return values;
  }

  Map<String, Value> values(Claim claim) {
    Map<String, Value> values = new HashMap<>();
    values.put("number", new Value.Text(claim.number()));
    values.put("reference", new Value.Text(claim.evidence().reference()));
    values.put("amount", amount(claim.evidence().amount()));
    values.put("provider", new Value.Text(claim.evidence().provider()));
    values.put("by", new Value.Local(LocalText.same(DAY.format(by(claim)))));
    claim.recourse().words().ifPresent(words -> values.put("recourse", new Value.Local(words)));
    return values;
  }

  /** The promised day, or when that has passed the last one that the law allows. */
  private ZonedDateTime by(Claim claim) {
    Instant target = claim.clocks().target();
    Instant by = clock.instant().isAfter(target) ? claim.clocks().most() : target;
    return by.atZone(OpeningHours.ZONE);
  }

  private static Value.Amount amount(Money money) {
    return new Value.Amount(money.centimes());
  }

  private static boolean nameless(LocalText name) {
    return name.byLanguage().containsValue(NAMELESS);
  }

  /** "10h12" today, else with its day: "22/11 10h12". */
  private LocalText when(Instant at) {
    ZonedDateTime time = at.atZone(OpeningHours.ZONE);
    boolean today = PaymentRules.day(at).equals(PaymentRules.day(clock.instant()));
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      String hour = TimeOfDay.clock(time.toLocalTime(), language);
      texts.put(language, today ? hour : DAY.format(time) + " " + hour);
    }
    return new LocalText(texts);
  }
}
