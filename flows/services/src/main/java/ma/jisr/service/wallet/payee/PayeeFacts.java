package ma.jisr.service.wallet.payee;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.map.ledger.Bounds;
import ma.jisr.service.wallet.port.Account;
import org.jspecify.annotations.Nullable;

/**
 * What an operator writes down about a payee: everything but its kind and code.
 *
 * @param name in the languages that it has
 * @param aliases other names that people use, in any script
 * @param place the id of its place in the gazetteer; "" for one of the whole country
 * @param account what the wallets' provider pays: its organisation or biller id, never a number
 * @param position its place in the menu of its kind, 1 to {@link #MOST_POSITION}; 0 for none
 * @param about what its bills or invoices are numbered like; null where nothing is asked
 * @param amounts the only ones that may be paid, ascending; empty for any
 * @param prefixes of numbers that are likely its own, E.164 digits without the plus; numbers are
 *     portable, so that they are a hint
 * @param phone of whoever is told of payments; null for nobody
 * @param source what the file that it came from calls it; null for ours
 */
public record PayeeFacts(
    LocalText name,
    List<String> aliases,
    String place,
    Account account,
    int position,
    @Nullable AboutRule about,
    List<Money> amounts,
    List<String> prefixes,
    @Nullable SealedPhone phone,
    @Nullable String source) {
  /** Longest name, characters; lists and sentences cut it to what they hold. */
  public static final int MAX_NAME = 60;

  /** Longest place or source, characters. */
  public static final int MAX_LINE = 120;

  /** Other names: nobody is called more. */
  public static final int MOST_ALIASES = 10;

  /** Digits of a menu. */
  public static final int MOST_POSITION = 8;

  /** Fixed amounts: what one screen lists. */
  public static final int MOST_AMOUNTS = 8;

  /** Prefixes of one operator: Morocco's plan has fewer. */
  public static final int MOST_PREFIXES = 60;

  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern PREFIX = Pattern.compile("212[67][0-9]{0,5}");

  /**
   * @throws IllegalArgumentException naming the field that cannot be
   */
  public PayeeFacts {
    Bounds.each("name", name, MAX_NAME);
    aliases = List.copyOf(aliases);
    if (aliases.size() > MOST_ALIASES)
      throw new IllegalArgumentException("aliases: more than " + MOST_ALIASES);
    for (String alias : aliases) Bounds.line("aliases", alias, MAX_NAME);
    if (!place.isEmpty()) Bounds.line("place", place, MAX_LINE);
    if (account.type() == Account.Type.MSISDN)
      throw new IllegalArgumentException("account: a number is nobody's account here");
    if (!ACCOUNT.matcher(account.value()).matches())
      throw new IllegalArgumentException("account: not letters, digits, dots, hyphens");
    Bounds.within("position", position, 0, MOST_POSITION);
    amounts = List.copyOf(amounts);
    if (amounts.size() > MOST_AMOUNTS)
      throw new IllegalArgumentException("amounts: more than " + MOST_AMOUNTS);
    for (int i = 0; i < amounts.size(); i++)
      if (amounts.get(i).centimes() <= 0
          || (i > 0 && amounts.get(i).compareTo(amounts.get(i - 1)) <= 0))
        throw new IllegalArgumentException("amounts: not above zero and ascending");
    prefixes = List.copyOf(prefixes);
    if (prefixes.size() > MOST_PREFIXES || new HashSet<>(prefixes).size() < prefixes.size())
      throw new IllegalArgumentException(
          "prefixes: more than " + MOST_PREFIXES + ", or one of them twice");
    for (String prefix : prefixes)
      if (!PREFIX.matcher(prefix).matches())
        throw new IllegalArgumentException("prefixes: not 2126... or 2127...");
    if (source != null) Bounds.line("source", source, MAX_LINE);
  }

  /** The same where somebody else is told of payments, or nobody. */
  PayeeFacts telling(@Nullable SealedPhone next) {
    return new PayeeFacts(
        name, aliases, place, account, position, about, amounts, prefixes, next, source);
  }
}
