package ma.jisr.service.shops;

import org.jspecify.annotations.Nullable;

/**
 * A shop that is to be made.
 *
 * @param facts that its keeper wrote down
 * @param code printed on a sticker already; null for a free one
 */
public record ShopDraft(ShopFacts facts, @Nullable String code) {}
