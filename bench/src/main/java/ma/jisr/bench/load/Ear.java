package ma.jisr.bench.load;

/** Listens to what is said to the phones, beside the counting. */
@FunctionalInterface
interface Ear {
  void hears(Submit submit);
}
