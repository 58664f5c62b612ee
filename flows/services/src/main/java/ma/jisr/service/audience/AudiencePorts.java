package ma.jisr.service.audience;

/**
 * What the audience service is handed.
 *
 * @param subscribers whom notices may reach
 * @param announcements what relays are asked to say
 * @param enrolling how agents enlist people
 * @param holding what is kept of people
 */
public record AudiencePorts(
    Subscribers subscribers,
    Announcements announcements,
    Enrolling enrolling,
    AudienceHolding holding) {}
