package ma.jisr.service.wallet.payee;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import ma.jisr.base.text.Digits;
import ma.jisr.map.ledger.Book;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The payees that people ask for, in memory: by code, by kind, by name in any spelling. Those that
 * are suspended are found, so that people are told; those that are retired are not. Readers never
 * wait; a change is there for the next of them. Safe on any thread.
 */
public final class PayeeBook extends Book<PayeeEntry, PayeeTable> {
  private static final Comparator<PayeeEntry> IN_MENU =
      Comparator.comparing((PayeeEntry payee) -> payee.facts().position() == 0)
          .thenComparing(payee -> payee.facts().position())
          .thenComparing(payee -> payee.code().length())
          .thenComparing(PayeeEntry::code);

  private final Supplier<Gazetteer> gazetteer;

  public PayeeBook(Supplier<Gazetteer> gazetteer) {
    super(PayeeTable::new);
    this.gazetteer = gazetteer;
  }

  /** The payee of a code, digits of any script: {@link PayeeCode#isCode} tells a slip apart. */
  public Optional<PayeeEntry> byCode(String code) {
    return payee(sorted().byCode(Digits.western(code).strip()));
  }

  public Optional<PayeeEntry> byId(String id) {
    return payee(sorted().byId(id));
  }

  private static Optional<PayeeEntry> payee(@Nullable ListedPayee listed) {
    return Optional.ofNullable(listed).map(ListedPayee::payee);
  }

  /** All of a kind, in the order of its menu. */
  public List<PayeeEntry> of(Kind kind) {
    return sorted().all().stream()
        .map(ListedPayee::payee)
        .filter(payee -> payee.kind() == kind)
        .sorted(IN_MENU)
        .toList();
  }

  /**
   * The operator of airtime whose prefix a number has, the longest first; numbers are portable, so
   * that it is offered and not taken.
   *
   * @param digits E.164 without the plus
   */
  public Optional<PayeeEntry> likelyOperator(String digits) {
    int best = 0;
    PayeeEntry found = null;
    for (PayeeEntry operator : of(Kind.AIRTIME))
      for (String prefix : operator.facts().prefixes())
        if (prefix.length() > best && digits.startsWith(prefix)) {
          best = prefix.length();
          found = operator;
        }
    return Optional.ofNullable(found);
  }

  /**
   * What a text may mean: a code, or a name in any script and spelling, with its place or without.
   *
   * @param kind only these; null for all
   * @param near the id of the place of who asks: those there come first; "" when nobody knows
   * @param most payees to tell
   */
  public PayeeMatches search(String text, @Nullable Kind kind, String near, int most) {
    Optional<PayeeEntry> byCode = byCode(text).filter(one -> kind == null || one.kind() == kind);
    return byCode.isPresent()
        ? new PayeeMatches(List.of(byCode.get()), true)
        : new PayeeSearch(sorted(), gazetteer.get(), kind, near).find(text, most);
  }

  /** All that are not retired, in no order. */
  public List<PayeeEntry> all() {
    return sorted().all().stream().map(ListedPayee::payee).toList();
  }
}
