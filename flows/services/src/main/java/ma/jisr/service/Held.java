package ma.jisr.service;

/**
 * One kind of thing that is kept of somebody, as it is told them.
 *
 * @param what a message of the account's texts that names it: "tickets"
 * @param why a message that says what for: "tickets_why"
 * @param count how many, at most {@link #MOST}
 * @param keptFor a message that says how long: "days_60", "ten_years"
 */
public record Held(String what, String why, long count, String keptFor) {
  /** Nobody needs to hear a larger number: "99 or more". */
  public static final int MOST = 99;
}
