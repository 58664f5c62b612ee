package ma.jisr.sandbox.wallet.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What customers of the billers owe. It follows from the customer's number: nobody has one that
 * ends in 9, who has one that ends in 8 owes nothing, in 5 two bills, else one. Touched on the loop
 * only.
 */
public final class Bills {
  /** Customers' numbers; a bill's is "F-" and the customer's, and "-" and which it is. */
  private static final Pattern CUSTOMER = Pattern.compile("(?:F-)?([0-9]{4,12})(?:-[12])?");

  /** The biller whose bills may be paid in parts. */
  private static final String PATIENT = "biller-eau";

  private static final long LEAST = 20_00;
  private static final long CHEAPEST = 50_00;
  private static final int SPREAD = 300;
  private static final long DIRHAM = 100;
  private static final int DAYS = 20;

  /** The most bills whose payment is remembered. */
  private static final int REMEMBERED = 10_000;

  private final Map<String, Long> paid = new HashMap<>();

  /**
   * A bill.
   *
   * @param reference its number
   * @param due what is still owed, in centimes
   * @param least what must be paid of it at once, in centimes
   * @param by until when
   */
  public record Bill(String reference, long due, long least, LocalDate by) {}

  /**
   * What is owed still.
   *
   * @param number of the customer, or of one of the bills
   * @return empty when there is no such customer
   */
  public Optional<List<Bill>> open(Organisation biller, String number, LocalDate today) {
    Matcher read = CUSTOMER.matcher(number);
    if (!read.matches() || read.group(1).endsWith("9")) {
      return Optional.empty();
    }
    String customer = read.group(1);
    List<Bill> open = new ArrayList<>();
    int bills = customer.endsWith("8") ? 0 : customer.endsWith("5") ? 2 : 1;
    for (int i = 1; i <= bills; i++) {
      String reference = "F-" + customer + "-" + i;
      long due = amount(customer, i) - paid.getOrDefault(key(biller, reference), 0L);
      if (due > 0 && (number.equals(customer) || number.equals(reference))) {
        long least = biller.id().equals(PATIENT) ? Math.min(LEAST, due) : due;
        open.add(new Bill(reference, due, least, today.plusDays(DAYS)));
      }
    }
    return Optional.of(open);
  }

  private static long amount(String customer, int which) {
    return CHEAPEST + (Long.parseLong(customer) % SPREAD) * DIRHAM / which;
  }

  /** Notes what was paid: for the oldest bill first. Below zero when it is given back. */
  public void paid(Organisation biller, String number, long centimes, LocalDate today) {
    if (centimes < 0) {
      given(biller, number, -centimes);
      return;
    }
    long left = centimes;
    for (Bill bill : open(biller, number, today).orElse(List.of())) {
      long part = Math.min(left, bill.due());
      if (part > 0 && paid.size() < REMEMBERED) {
        paid.merge(key(biller, bill.reference()), part, Long::sum);
        left -= part;
      }
    }
  }

  private void given(Organisation biller, String number, long centimes) {
    Matcher read = CUSTOMER.matcher(number);
    long left = centimes;
    for (int i = 2; i >= 1 && read.matches(); i--) {
      String key = key(biller, "F-" + read.group(1) + "-" + i);
      long part = Math.min(left, paid.getOrDefault(key, 0L));
      paid.merge(key, -part, Long::sum);
      left -= part;
    }
  }

  private static String key(Organisation biller, String reference) {
    return biller.id() + ' ' + reference;
  }
}
