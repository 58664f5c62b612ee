package ma.jisr.service.wallet.port;

import java.util.List;

/** What a biller says of a customer's open bills. */
public sealed interface Bills {
  /** Open ones, at most {@link #MOST}; none when all is paid. */
  record Open(List<Bill> bills) implements Bills {
    public Open {
      bills = List.copyOf(bills);
    }
  }

  /** No such customer or bill. */
  record NoCustomer() implements Bills {}

  /** It was not to be learnt. */
  record Unknown(String cause) implements Bills {}

  /** Most bills that are looked at. */
  int MOST = 8;
}
