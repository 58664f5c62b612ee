package ma.jisr.sandbox.centre;

/** Who answers codes that belong to nobody on the link. Called on the loop. */
public interface Menu {
  /** Nobody. */
  Menu NONE =
      new Menu() {
        @Override
        public boolean has(String code) {
          return false;
        }

        @Override
        public void dialled(String msisdn) {
          throw new IllegalStateException("no code is anybody's here");
        }
      };

  /** Whether the code is answered here. */
  boolean has(String code);

  /** A phone has dialled it, and has no session open: the answer is a dialogue opened on it. */
  void dialled(String msisdn);
}
