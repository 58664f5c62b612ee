package ma.jisr.sandbox.wallet.account;

import java.util.List;

/** The names that holders of simulated wallets have: the same for the same number, always. */
final class Names {
  private static final List<String> FIRST =
      List.of(
          "Fatima-Zahra",
          "Brahim",
          "Khadija",
          "Lahcen",
          "Aicha",
          "Mohamed",
          "Itto",
          "Hassan",
          "Naima",
          "Driss",
          "Malika",
          "Said",
          "Rachida",
          "Omar",
          "Zineb",
          "Abdellah");
  private static final List<String> LAST =
      List.of(
          "Bennani",
          "Ait Lahcen",
          "El Amrani",
          "Ouhaddou",
          "Berrada",
          "Idrissi",
          "Amghar",
          "Tazi",
          "Boukhris",
          "Alaoui",
          "Ait Ali",
          "Chraibi",
          "Oukacha");

  private Names() {}

  static String first(String msisdn) {
    return FIRST.get(number(msisdn) % FIRST.size());
  }

  static String last(String msisdn) {
    return LAST.get(number(msisdn) / FIRST.size() % LAST.size());
  }

  private static int number(String msisdn) {
    return Integer.parseInt(msisdn.substring(msisdn.length() - 6));
  }
}
