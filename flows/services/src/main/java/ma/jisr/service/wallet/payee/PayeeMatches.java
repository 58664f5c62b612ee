package ma.jisr.service.wallet.payee;

import java.util.List;

/**
 * Which payees a text may mean.
 *
 * @param payees best first; empty when none is alike
 * @param sure whether the first is meant beyond doubt; its name is read back all the same
 */
public record PayeeMatches(List<PayeeEntry> payees, boolean sure) {
  public static final PayeeMatches NONE = new PayeeMatches(List.of(), false);

  public PayeeMatches {
    payees = List.copyOf(payees);
  }
}
