package ma.jisr.service.wallet.payee;

import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A payee that is to be made.
 *
 * @param kind of the payments that it takes
 * @param facts that an operator wrote down
 * @param code printed on a sticker already; null for a free one
 */
public record PayeeDraft(Kind kind, PayeeFacts facts, @Nullable String code) {}
