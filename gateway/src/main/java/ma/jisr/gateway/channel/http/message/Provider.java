package ma.jisr.gateway.channel.http.message;

import java.util.Optional;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Knock;

/** How one provider says and hears things. Pure; safe on any thread. */
public interface Provider {
  /** Reads what it calls to say; empty when it has not the form. */
  Optional<Called> read(Knock knock);

  /** Writes a message. */
  Caller.Ask write(Outbound message);

  /** Reads its answer to one. */
  Verdict told(Outbound message, Caller.Heard.Answer answer);
}
