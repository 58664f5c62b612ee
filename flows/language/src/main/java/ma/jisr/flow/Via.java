package ma.jisr.flow;

import ma.jisr.base.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * The way by which an utterance came, and by which its answer goes.
 *
 * @param kind of channel
 * @param link the link's id in the settings
 * @param code the short code or service code that was texted or dialled ("2121", "*585#")
 * @param dialogue for USSD the dialogue's key, unique for ever; for SMS and chat the thread (link +
 *     code)
 * @param surface what fits
 * @param assurance how sure the link makes us of the sender
 * @param price what one message or dialogue costs the person, centimes; null when the operator has
 *     not said
 */
public record Via(
    ChannelKind kind,
    String link,
    String code,
    String dialogue,
    Surface surface,
    Assurance assurance,
    @Nullable Long price) {}
