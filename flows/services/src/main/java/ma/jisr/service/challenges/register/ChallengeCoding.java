package ma.jisr.service.challenges.register;

import java.util.List;
import ma.jisr.map.ledger.Coding;
import ma.jisr.store.CollectionSpec;

/**
 * The codes of challenges as batches of files promise them. A challenge's code is its id, chosen by
 * whoever writes it: none is ever drawn.
 */
public final class ChallengeCoding implements Coding {
  public static final ChallengeCoding INSTANCE = new ChallengeCoding();

  public static final CollectionSpec SPEC =
      new CollectionSpec("challenge_codes", CollectionSpec.Area.LIVE, List.of());

  /** Numbers of themes, and of challenges in one. */
  private static final int MOST = 99;

  private ChallengeCoding() {}

  @Override
  public CollectionSpec spec() {
    return SPEC;
  }

  @Override
  public String field() {
    return "challenge";
  }

  @Override
  public int lengths() {
    return 1;
  }

  @Override
  public long capacity(int length) {
    return (long) MOST * MOST;
  }

  @Override
  public String code(int length, long number) {
    return (number / MOST + 1) + "." + (number % MOST + 1);
  }
}
