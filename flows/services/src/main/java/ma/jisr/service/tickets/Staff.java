package ma.jisr.service.tickets;

/**
 * Somebody who runs the queues of a shop: whoever makes one has looked up that they may
 * (ShopStaff).
 *
 * @param person their random id
 * @param shop the shop's id
 */
public record Staff(String person, String shop) {
  @Override
  public String toString() {
    return "Staff[" + shop + ']';
  }
}
