package ma.jisr.map.hotspot;

import java.util.List;
import ma.jisr.map.ledger.Coding;
import ma.jisr.store.CollectionSpec;

/** The codes of hotspots: see {@link Hotspot#CODE}. */
public final class HotspotCoding implements Coding {
  public static final HotspotCoding INSTANCE = new HotspotCoding();

  public static final CollectionSpec SPEC =
      new CollectionSpec("hotspot_codes", CollectionSpec.Area.LIVE, List.of());

  /** Of each length; there are as many. */
  private static final int[] FIRST = {1_000, 10_000, 100_000, 1_000_000};

  private HotspotCoding() {}

  @Override
  public CollectionSpec spec() {
    return SPEC;
  }

  @Override
  public String field() {
    return "hotspot";
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
    return Long.toString(FIRST[length] + number);
  }
}
