package ma.jisr.service.notices.notice;

/**
 * A hazard's template with its blanks filled; place and hour are those of the notice.
 *
 * @param hazard the id of one of {@link Hazards}
 * @param action the id of one of its actions
 */
public record Template(String hazard, String action) {}
