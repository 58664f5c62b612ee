package ma.jisr.service.tickets;

import java.time.LocalDate;
import ma.jisr.service.shops.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket was asked for: the same as long as the ticket lives.
 *
 * @param person the random id of who asked
 * @param holder of who is to come; the same unless it was taken for somebody else
 * @param shop the shop's id
 * @param service the service's id in it
 * @param day the shop's day ({@link Days})
 * @param priority as they say of themselves, if the shop lets such people go first
 * @param slot the time that was chosen; null for as soon as possible
 */
public record Wish(
    String person,
    String holder,
    String shop,
    String service,
    LocalDate day,
    Priority priority,
    @Nullable Slot slot) {
  /** Whether somebody else is to come. */
  public boolean forOther() {
    return !holder.equals(person);
  }

  /** Whether the ticket is this person's to follow and to give back. */
  public boolean isOf(String who) {
    return holder.equals(who) || person.equals(who);
  }

  @Override
  public String toString() {
    return "Wish[" + shop + ' ' + service + ' ' + day + ']';
  }
}
