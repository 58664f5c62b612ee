package ma.jisr.gateway.channel.http;

import java.util.function.Consumer;

/** One link's part of the doorway. Called on the doorway's loop; must not block. */
public interface Door {
  /** The link's id: the first word of its path. */
  String link();

  /** Shows who may knock here. */
  Verifier verifier();

  /** Longest body that its provider sends, bytes. */
  default int mostBody() {
    return Doorway.MOST_BODY;
  }

  /**
   * Takes a request whose sender has been verified.
   *
   * @param answer to be called once, from any thread; tells whether it was written
   */
  void knocked(Knock knock, Answer answer);

  /** Where the answer to a request goes. */
  interface Answer {
    /**
     * Writes the answer. Callable from any thread, once.
     *
     * @param written told on the doorway's loop whether the caller was still there
     */
    void give(Reply reply, Consumer<Boolean> written);

    /** Writes the answer, whoever is still there. */
    default void give(Reply reply) {
      give(reply, written -> {});
    }

    /** Told on the doorway's loop when the caller has gone before an answer was given. */
    void whenGone(Runnable gone);
  }
}
