package ma.jisr.service.tickets;

/**
 * Somebody who runs the queues of a shop: whoever makes one has looked up that they may, by phone
 * ({@link ma.jisr.service.shops.ShopStaff}) or by an account ({@link
 * ma.jisr.service.shops.ShopRights}).
 *
 * @param person their random id, or the account's
 * @param shop the shop's id
 */
public record Staff(String person, String shop) {
  @Override
  public String toString() {
    return "Staff[" + shop + ']';
  }
}
