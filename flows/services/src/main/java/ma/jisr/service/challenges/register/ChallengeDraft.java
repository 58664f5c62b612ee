package ma.jisr.service.challenges.register;

/**
 * A challenge that is to be made.
 *
 * @param code that it shall have
 * @param facts that were written down
 * @param publish whether it is shown at once
 */
public record ChallengeDraft(String code, ChallengeFacts facts, boolean publish) {}
