package ma.jisr.service.notices.mailing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** To whom a mailing goes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Aim.Lists.class, name = "lists"),
  @JsonSubTypes.Type(value = Aim.SameAs.class, name = "same")
})
public sealed interface Aim {
  /** The list of everybody who hears anything. */
  String ALL = "all";

  /** Most lists of one mailing: every commune of Morocco, and some groups. */
  int MOST = 2_000;

  /**
   * Who stands in any of these lists, each person once.
   *
   * @param lists {@code p:<place id>}, {@code g:<group id>}, or {@link #ALL}; 1 to {@link #MOST}
   */
  record Lists(Set<String> lists) implements Aim {
    public Lists {
      if (lists.isEmpty() || lists.size() > MOST)
        throw new IllegalArgumentException(lists.size() + " lists, not 1 to " + MOST);
      lists = Collections.unmodifiableSortedSet(new TreeSet<>(lists));
    }
  }

  /**
   * Exactly those who got, or may have got, these mailings. What of them has not been sent is
   * withdrawn first.
   *
   * @param mailings their ids; at least one
   */
  record SameAs(List<String> mailings) implements Aim {
    public SameAs {
      if (mailings.isEmpty() || mailings.size() > MOST)
        throw new IllegalArgumentException(mailings.size() + " mailings, not 1 to " + MOST);
      mailings = List.copyOf(mailings);
    }
  }
}
