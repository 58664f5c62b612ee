package ma.jisr.service.wallet.port;

import java.time.Instant;
import java.util.List;
import ma.jisr.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a provider has booked on a day.
 *
 * @param lines in its order
 * @param next where the next page begins; null behind the last
 */
public record Statement(List<Line> lines, @Nullable String next) {
  public Statement {
    lines = List.copyOf(lines);
  }

  /**
   * One booking of ours.
   *
   * @param transaction the provider's reference
   * @param ours the reference that we gave; "" when it is not told
   * @param amount what was paid; negative for what was given back
   * @param at when
   */
  public record Line(String transaction, String ours, Money amount, Instant at) {
    @Override
    public String toString() {
      return "Line[hidden]";
    }
  }
}
