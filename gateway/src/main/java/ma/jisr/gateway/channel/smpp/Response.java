package ma.jisr.gateway.channel.smpp;

/** What became of a request of ours on the wire. */
sealed interface Response {
  /** The peer answered: command_status, and the message_id where there is one. */
  record Answer(int status, String messageId) implements Response {}

  /** Nothing came within the response time. */
  record Silence() implements Response {}

  /** The connection ended first. */
  record Lost() implements Response {}
}
