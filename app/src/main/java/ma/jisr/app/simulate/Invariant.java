package ma.jisr.app.simulate;

/** What holds in every world, whatever fails in it. */
public enum Invariant {
  /** Every acknowledged MO has had its turn. */
  ACKNOWLEDGED_IS_KEPT,
  /** Who says the same words again is heard again, but for what may be one message. */
  SAID_AGAIN_IS_HEARD,
  /** No MO has two turns, however often it is delivered. */
  ONE_TURN_EACH,
  /** No two texts are of one id. */
  ONE_TEXT_AN_ID,
  /** A person's turns are taken in the order in which a node received the MOs. */
  ORDER_OF_TURNS,
  /** Nothing is sent that no durable turn has said. */
  DURABLE_BEFORE_SENT,
  /** No text of a person's overtakes an earlier one that may still be taken. */
  ORDER_OF_TEXTS,
  /** A text is submitted again only when nobody could know that it had been taken. */
  NO_NEEDLESS_REPETITION,
  /** Every text ends as taken, refused, expired or unseen. */
  NOTHING_FORGOTTEN,
  /** Nothing is sent to a dialogue after its release has been told. */
  NOTHING_TO_THE_DEAD,
  /** An effect happens once for each key, and a key asks for one thing. */
  ONE_EFFECT_EACH,
  /** Nobody is written to whom the settings do not name, and they have no turns. */
  WITHIN_DESTINATIONS,
  /** Nobody is sent more than the ceilings allow, but for what is owed; and a warning is heard. */
  WITHIN_CEILINGS,
  /** A machine that answers our answers is soon left alone. */
  LOOPS_END,
  /** No more new people are let in than agreed. */
  NEWCOMERS_ARE_BOUNDED,
  /** A crowd of strangers keeps nobody out who is known. */
  KNOWN_ARE_SERVED,
  /** Who was heard once and never again is forgotten after a day, and nobody else is. */
  STRANGERS_ARE_FORGOTTEN,
  /** Every MO that had its turn and every MT has its row in the message log. */
  LOG_IS_WHOLE,
  /** Parts of a message that never completes are thrown away after a day, and counted. */
  PARTS_EXPIRE,
  /** Queues stay within their named bounds. */
  BOUNDED,
  /** Nothing is thrown that nobody hears of. */
  NOTHING_SWALLOWED,
  /** When nothing fails any more, everything comes to rest. */
  COMES_TO_REST
}
