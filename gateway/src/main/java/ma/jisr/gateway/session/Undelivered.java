package ma.jisr.gateway.session;

/**
 * Where it is told that a message has reached nobody: refused by the link, too late to be sent, or
 * reported so by the network. Told on any thread, perhaps more than once, and not at all of what is
 * known only after its process has died.
 */
@FunctionalInterface
public interface Undelivered {
  /** Nobody wants to know. */
  Undelivered NONE = (person, mark) -> {};

  /**
   * @param person their random id
   * @param mark of the input that the message was about; of what a service handed in {@link
   *     Keys#handed}
   */
  void lost(String person, String mark);
}
