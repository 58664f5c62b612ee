package ma.jisr.gateway.channel.http.message;

import java.util.Optional;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Doorway;
import ma.jisr.gateway.channel.http.Knock;

/** How one provider says and hears things. Pure; safe on any thread. */
public interface Provider {
  /** Reads what it calls to say; empty when it has not the form. */
  Optional<Called> read(Knock knock);

  /** Whether it calls at the door at all; else it says what it says elsewhere. */
  default boolean calls() {
    return true;
  }

  /** Longest body of a call of its, bytes. */
  default int mostBody() {
    return Doorway.MOST_BODY;
  }

  /**
   * Why a message may not go by it now, whoever asks: a few words, of few possible ones; empty when
   * it may.
   */
  default Optional<String> barred(Outbound message) {
    return Optional.empty();
  }

  /**
   * What has to be asked before a message can be written; empty when nothing has. Asking it twice
   * does no harm.
   */
  default Optional<Caller.Ask> first(Outbound message) {
    return Optional.empty();
  }

  /** Reads the answer to that; empty when the message can be written now. */
  default Optional<Verdict> learned(Outbound message, Caller.Heard.Answer answer) {
    return Optional.empty();
  }

  /** Writes a message. */
  Caller.Ask write(Outbound message);

  /** Reads its answer to one. */
  Verdict told(Outbound message, Caller.Heard.Answer answer);
}
