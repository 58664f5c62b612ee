package ma.jisr.app.shop;

import static ma.jisr.map.ledger.JsonFields.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.base.Actor;
import ma.jisr.base.Address;
import ma.jisr.base.Msisdn;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopStaff;
import ma.jisr.service.shops.ShopStaff.Member;
import ma.jisr.service.shops.ShopStaff.Post;
import ma.jisr.service.shops.Shops;

/**
 * Who answers {@code jisr shops staff}. Words: {@code list CODE}, {@code add CODE NUMBER
 * owner|staff}, {@code remove CODE MEMBER}. A number goes no farther than to the person behind it.
 */
public final class StaffVerb implements Signed {
  private static final String MOROCCO = "212";

  /** Before an id, which may begin with a hyphen: a command line would take it for an option. */
  private static final String MARK = "+";

  private final Shops shops;
  private final Function<Address, CompletableFuture<String>> person;

  /**
   * @param person gives the person behind an address, heard of or not
   */
  public StaffVerb(Shops shops, Function<Address, CompletableFuture<String>> person) {
    this.shops = shops;
    this.person = person;
  }

  @Override
  public Told run(Actor actor, List<String> words) throws Exception {
    String deed = Words.at(words, 0);
    Shop shop =
        shops
            .book()
            .byCode(Words.text(words, 1))
            .orElseThrow(() -> new IllegalArgumentException("there is no shop of this code"));
    ShopStaff staff = shops.staff();
    return switch (deed) {
      case "list" -> list(Await.of(staff.in(actor, shop.id())));
      case "add" -> add(actor, shop, Words.text(words, 2), Words.text(words, 3));
      case "remove" ->
          told(
              "removed: ", Await.of(staff.dismiss(actor, shop.id(), member(Words.text(words, 2)))));
      default -> throw new IllegalArgumentException("staff list, add or remove");
    };
  }

  @Override
  public boolean changes(List<String> words) {
    return !words.isEmpty() && !words.getFirst().equals("list");
  }

  private Told add(Actor actor, Shop shop, String number, String post) throws Exception {
    if (!post.equals("owner") && !post.equals("staff"))
      throw new IllegalArgumentException("a post is owner or staff");
    // What was typed is in no message: it may be somebody's number all the same.
    Msisdn msisdn =
        Msisdn.parse(number, MOROCCO)
            .orElseThrow(
                () -> new IllegalArgumentException("the phone is no number: write it as +212661…"));
    String id = Await.of(person.apply(Address.of(msisdn)));
    Post as = Post.valueOf(post.toUpperCase(Locale.ROOT));
    // Nothing names the cause: what is registered twice is there once.
    String writeId = "staff " + UUID.randomUUID();
    return told("added: ", Await.of(shops.staff().register(actor, shop.id(), id, as, writeId)));
  }

  private static Told list(Ruling<List<Member>> ruling) {
    if (!(ruling instanceof Ruling.Done<List<Member>> done)) throw refused(ruling);
    List<String> lines = new ArrayList<>();
    for (Member member : done.now().thing()) lines.add(line(member));
    return Told.of(lines);
  }

  private static Told told(String word, Ruling<Member> ruling) {
    if (!(ruling instanceof Ruling.Done<Member> done)) throw refused(ruling);
    return new Told(List.of(word + line(done.now().thing())), done.now().thing().id());
  }

  private static IllegalArgumentException refused(Ruling<?> ruling) {
    if (!(ruling instanceof Ruling.Refused<?> refused))
      return new IllegalArgumentException("try again");
    return new IllegalArgumentException(
        switch (refused.reason()) {
          case NO_RIGHT -> "the role, or the territory, does not allow it";
          case UNKNOWN -> "nobody of this id serves there";
          case INVALID -> refused.what();
        });
  }

  private static String member(String word) {
    return word.startsWith(MARK) ? word.substring(MARK.length()) : word;
  }

  private static String line(Member member) {
    return String.format(
        Locale.ROOT,
        MARK + "%s  %-5s  since %s  by %s",
        member.id(),
        lower(member.post()),
        member.since(),
        member.by());
  }
}
