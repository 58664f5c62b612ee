package ma.jisr.service.audience;

/** What became of a wish to hear about a place. */
public enum Following {
  /** They hear about it, now or already. */
  FOLLOWED,
  /** They hear about {@link Subscribers#MOST_PLACES} others. */
  MANY,
  /** No number of theirs is known: a chat account that is tied to none. */
  NO_NUMBER,
  /** There is no such place. */
  NO_PLACE,
  /** They have said STOP, and only their own JOIN ends it. */
  STOPPED
}
