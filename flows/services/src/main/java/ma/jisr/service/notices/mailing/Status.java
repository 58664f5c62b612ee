package ma.jisr.service.notices.mailing;

/** How it stands with one recipient of a mailing. The signs are stored. */
enum Status {
  /** Nothing has been tried. */
  WAITING('.'),
  /** Written down as being handed out: it may go at any moment. */
  SUBMITTING('s'),
  /** It has not gone, and is tried again. */
  RETRY('r'),
  /** It may have gone: receipts are waited for. */
  AWAITING('w'),
  /** The network has it. */
  TAKEN('t'),
  /** The phone has it. */
  DELIVERED('d'),
  /** Refused, or lost by the network. */
  FAILED('f'),
  /** In doubt, and left so. */
  UNKNOWN('u'),
  /** Had said STOP, or muted its topic. */
  MUTED('m'),
  /** No subscriber any more. */
  GONE('g'),
  /** Expired or withdrawn before it went. */
  DROPPED('x');

  private static final Status[] ALL = values();

  private final char sign;

  Status(char sign) {
    this.sign = sign;
  }

  char sign() {
    return sign;
  }

  static Status of(char sign) {
    for (Status status : ALL) if (status.sign == sign) return status;
    throw new IllegalArgumentException("no status " + sign);
  }

  /** Whether something is still to be done about it. */
  boolean open() {
    return switch (this) {
      case WAITING, SUBMITTING, RETRY, AWAITING -> true;
      default -> false;
    };
  }

  /** Whether it may be handed out. */
  boolean sendable() {
    return this == WAITING || this == RETRY;
  }

  /** Whether the receiver got it, or may have. */
  boolean got() {
    return switch (this) {
      case SUBMITTING, AWAITING, TAKEN, DELIVERED, UNKNOWN -> true;
      default -> false;
    };
  }

  /** After a receipt; a phone that has it has it, whatever came before. */
  Status after(boolean delivered) {
    return switch (this) {
      case MUTED, GONE, DROPPED, DELIVERED, WAITING -> this;
      case RETRY, FAILED -> delivered ? DELIVERED : this;
      case SUBMITTING, AWAITING, TAKEN, UNKNOWN -> delivered ? DELIVERED : FAILED;
    };
  }
}
