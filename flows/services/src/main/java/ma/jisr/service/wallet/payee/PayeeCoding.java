package ma.jisr.service.wallet.payee;

import java.util.List;
import ma.jisr.map.ledger.Coding;
import ma.jisr.store.CollectionSpec;

/** The codes of payees as they are given out: see {@link PayeeCode}. */
public final class PayeeCoding implements Coding {
  public static final PayeeCoding INSTANCE = new PayeeCoding();

  public static final CollectionSpec SPEC =
      new CollectionSpec("payee_codes", CollectionSpec.Area.LIVE, List.of());

  /** The first of each length, without its check digit; there are as many of each. */
  private static final int[] FIRST = {100, 1_000, 10_000, 100_000};

  private PayeeCoding() {}

  @Override
  public CollectionSpec spec() {
    return SPEC;
  }

  @Override
  public String field() {
    return "payee";
  }

  @Override
  public int lengths() {
    return FIRST.length;
  }

  @Override
  public long capacity(int length) {
    return FIRST[length];
  }

  @Override
  public String code(int length, long number) {
    return PayeeCode.of(FIRST[length] + number);
  }
}
