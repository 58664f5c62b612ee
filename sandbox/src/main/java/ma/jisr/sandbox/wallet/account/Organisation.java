package ma.jisr.sandbox.wallet.account;

import java.util.List;

/**
 * A merchant, biller, supplier, seller of airtime or agency.
 *
 * @param id that others name it by
 * @param trade what it does: "merchant", "biller", "airtime", "supplier", "agency", "client"
 * @param name as customers know it
 * @param issuer where its account is
 * @param seed what it has at first, in centimes
 */
public record Organisation(String id, String trade, String name, Issuer issuer, long seed)
    implements Holder {
  /** The organisation under which whoever asks for payments is known. */
  public static final String CLIENT = "jisr";

  /** Those that there are. */
  public static final List<Organisation> SEEDED =
      List.of(
          new Organisation("merchant-baraka", "merchant", "Epicerie Baraka (ex.)", Issuer.A, 0),
          new Organisation("merchant-atlas", "merchant", "Quincaillerie Atlas (ex.)", Issuer.B, 0),
          new Organisation("biller-eau", "biller", "Eau (ex.)", Issuer.A, 0),
          new Organisation("biller-elec", "biller", "Electricite (ex.)", Issuer.B, 0),
          new Organisation("biller-net", "biller", "Internet (ex.)", Issuer.B, 0),
          new Organisation("airtime-a", "airtime", "Operateur A (ex.)", Issuer.A, 0),
          new Organisation("airtime-b", "airtime", "Operateur B (ex.)", Issuer.B, 0),
          new Organisation("airtime-c", "airtime", "Operateur C (ex.)", Issuer.A, 0),
          new Organisation("supplier-sucre", "supplier", "Grossiste Sucre (ex.)", Issuer.A, 0),
          new Organisation("supplier-farine", "supplier", "Minoterie Farine (ex.)", Issuer.B, 0),
          new Organisation("agency-appui", "agency", "Agence Appui (ex.)", Issuer.A, 1_000_000_00),
          new Organisation(CLIENT, "client", "Jisr", Issuer.A, 0));

  @Override
  public String book() {
    return "organisation:" + id;
  }

  @Override
  public boolean available() {
    return true;
  }
}
