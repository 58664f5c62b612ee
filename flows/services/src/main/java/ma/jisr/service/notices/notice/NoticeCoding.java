package ma.jisr.service.notices.notice;

import java.util.List;
import ma.jisr.map.ledger.Coding;
import ma.jisr.store.CollectionSpec;

/** The codes of notices as they are given out: see {@link NoticeCode}. */
public final class NoticeCoding implements Coding {
  public static final NoticeCoding INSTANCE = new NoticeCoding();

  public static final CollectionSpec SPEC =
      new CollectionSpec("notice_codes", CollectionSpec.Area.LIVE, List.of());

  /** The first of each length, without its check digit. */
  private static final int[] FIRST = {5_000, 50_000, 500_000, 5_000_000};

  private static final int[] CAPACITY = {1_000, 10_000, 100_000, 1_000_000};

  private NoticeCoding() {}

  @Override
  public CollectionSpec spec() {
    return SPEC;
  }

  @Override
  public String field() {
    return "notice";
  }

  @Override
  public int lengths() {
    return FIRST.length;
  }

  @Override
  public long capacity(int length) {
    return CAPACITY[length];
  }

  @Override
  public String code(int length, long number) {
    return NoticeCode.of(FIRST[length] + number);
  }
}
