package ma.jisr.service.shops;

/** Who goes first in a queue, where the shop lets them: as they say of themselves. */
public enum Priority {
  /** Everybody else. */
  USUAL,
  ELDERLY,
  DISABLED,
  PREGNANT
}
