package ma.jisr.bench.load;

import java.util.function.BooleanSupplier;

/** No traffic: the phones are quiet until a condition holds. */
record Silence(BooleanSupplier enough) implements Traffic {
  @Override
  public long send(Link link, long now) {
    return Long.MAX_VALUE;
  }

  @Override
  public void answered(int sequence, int status, long now) {}

  @Override
  public void said(Submit submit, long now) {}

  @Override
  public boolean over(long now) {
    return enough.getAsBoolean();
  }
}
