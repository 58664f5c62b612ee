package ma.jisr.service.challenges;

import ma.jisr.service.challenges.register.ChallengeBook;

/**
 * What the challenge service is handed.
 *
 * @param book the challenges that are asked for
 */
public record ChallengePorts(ChallengeBook book) {}
