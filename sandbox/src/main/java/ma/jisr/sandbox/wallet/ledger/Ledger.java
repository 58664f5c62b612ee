package ma.jisr.sandbox.wallet.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A double-entry ledger in whole centimes. Money is set aside first and booked or dropped
 * afterwards, once (as TigerBeetle does: pending, post, void). The sum over all accounts is always
 * zero: what customers hold, their issuers owe.
 */
public final class Ledger {
  /** No bound on what an account may hold, or owe. */
  public static final long UNBOUNDED = Long.MAX_VALUE;

  /** The most accounts. */
  public static final int ACCOUNTS = 20_000;

  private final Map<String, Book> books = new HashMap<>();
  private int open;
  private int booked;
  private int dropped;

  /** Opens an account that belongs to an institution: it may hold and owe whatever comes. */
  public void openInstitution(String account) {
    open(account, new Book(-UNBOUNDED / 2, UNBOUNDED));
  }

  /** Opens an account of a customer, which never owes anything. */
  public void openCustomer(String account, long most) {
    open(account, new Book(0, most));
  }

  private void open(String account, Book book) {
    if (books.size() >= ACCOUNTS) {
      throw new IllegalStateException("no more than " + ACCOUNTS + " accounts");
    }
    if (books.putIfAbsent(account, book) != null) {
      throw new IllegalArgumentException("the account is open already");
    }
  }

  /** Changes what an account may hold at most. What it holds above that stays. */
  public void most(String account, long centimes) {
    book(account).most(centimes);
  }

  /** Sets the entries aside, all or none. */
  public Outcome reserve(List<Leg> legs) {
    for (var gives : sums(legs, true).entrySet()) {
      if (!book(gives.getKey()).canGive(gives.getValue())) {
        return Lack.FUNDS;
      }
    }
    for (var takes : sums(legs, false).entrySet()) {
      if (!book(takes.getKey()).canTake(takes.getValue())) {
        return Lack.ROOM;
      }
    }
    legs.forEach(leg -> hold(leg, 1));
    open++;
    return new Reservation(legs);
  }

  private static Map<String, Long> sums(List<Leg> legs, boolean given) {
    return legs.stream()
        .collect(
            Collectors.groupingBy(
                leg -> given ? leg.from() : leg.to(), Collectors.summingLong(Leg::centimes)));
  }

  private void hold(Leg leg, int sign) {
    book(leg.from()).leaving(sign * leg.centimes());
    book(leg.to()).coming(sign * leg.centimes());
  }

  /** Books what was set aside; false when that has been booked or dropped before. */
  public boolean book(Reservation reservation) {
    if (!reservation.close()) {
      return false;
    }
    for (Leg leg : reservation.legs()) {
      hold(leg, -1);
      book(leg.from()).give(leg.centimes());
      book(leg.to()).take(leg.centimes());
    }
    open--;
    booked++;
    return true;
  }

  /** Drops what was set aside; false when that has been booked or dropped before. */
  public boolean drop(Reservation reservation) {
    if (!reservation.close()) {
      return false;
    }
    reservation.legs().forEach(leg -> hold(leg, -1));
    open--;
    dropped++;
    return true;
  }

  /** What the account holds. */
  public Balance balance(String account) {
    return book(account).seen();
  }

  /** Every account with what it holds, by name. */
  public Map<String, Balance> balances() {
    var all = new TreeMap<String, Balance>();
    books.forEach((name, book) -> all.put(name, book.seen()));
    return all;
  }

  /** The sum over all accounts: zero, or the ledger is wrong. */
  public long sum() {
    return books.values().stream().mapToLong(book -> book.seen().booked()).sum();
  }

  /** How many reservations are open, were booked, and were dropped. */
  public Counts counts() {
    return new Counts(open, booked, dropped);
  }

  /** Numbers of reservations. */
  public record Counts(int open, int booked, int dropped) {}

  private Book book(String account) {
    Book book = books.get(account);
    if (book == null) {
      throw new IllegalArgumentException("no such account");
    }
    return book;
  }
}
