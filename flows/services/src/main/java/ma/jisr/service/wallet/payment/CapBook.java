package ma.jisr.service.wallet.payment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The caps of all days: those that hold are the last that have begun. Any thread. */
public final class CapBook {
  private final List<Caps> all;

  /**
   * @param caps in any order; before the first of them it holds as well
   * @throws IllegalArgumentException for none, or two of one day
   */
  public CapBook(List<Caps> caps) {
    all = caps.stream().sorted(Comparator.comparing(Caps::from)).toList();
    if (all.isEmpty()) throw new IllegalArgumentException("there must be caps");
    for (int i = 1; i < all.size(); i++)
      if (all.get(i).from().equals(all.get(i - 1).from()))
        throw new IllegalArgumentException("two caps begin on " + all.get(i).from());
  }

  /** With {@link Caps#defaults} alone. */
  public static CapBook defaults() {
    return new CapBook(List.of(Caps.defaults()));
  }

  public Caps on(LocalDate day) {
    Caps holding = all.getFirst();
    for (Caps caps : all) if (!caps.from().isAfter(day)) holding = caps;
    return holding;
  }
}
