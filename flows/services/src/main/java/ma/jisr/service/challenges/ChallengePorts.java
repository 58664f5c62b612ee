package ma.jisr.service.challenges;

import ma.jisr.service.challenges.follow.Follows;
import ma.jisr.service.challenges.offer.OfferDesk;
import ma.jisr.service.challenges.offer.Offers;
import ma.jisr.service.challenges.register.ChallengeBook;
import ma.jisr.service.challenges.register.ChallengeDesk;

/**
 * What the challenge service is handed.
 *
 * @param book the challenges that are asked for
 * @param register where they are changed
 * @param offers to take them up
 * @param desk where words about offers are taken
 * @param follows who hears of new ones
 */
public record ChallengePorts(
    ChallengeBook book, ChallengeDesk register, Offers offers, OfferDesk desk, Follows follows) {}
