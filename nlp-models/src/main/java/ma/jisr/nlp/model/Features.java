package ma.jisr.nlp.model;

/** What the models see of a message. Immutable; safe for use by several threads. */
public final class Features {
  private static final int SHORTEST_LETTERS = 3;
  private static final int LONGEST_LETTERS = 5;
  private static final int SHORTEST_SOUNDS = 2;
  private static final int LONGEST_SOUNDS = 5;

  /** A concept makes pairs with so many that follow. */
  private static final int CONCEPT_WINDOW = 3;

  private static final long BIAS = Hash.of("bias");
  private static final long ASKS = Hash.of("?");
  private static final long NEAR = Hash.of("~");

  /** Upper bounds of the classes of length, in words. */
  private static final int[] LENGTHS = {0, 1, 2, 4, 7, 12, 20};

  private final Lexicon lexicon;

  private Features(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Features by a lexicon.
   *
   * @param lexicon the bytes of all its files, one behind the other
   * @throws ModelException when a line has not three columns
   */
  public static Features by(byte[] lexicon) {
    return new Features(Lexicon.of(Resources.lines(lexicon)));
  }

  /** All features of a text; any text is taken, longer ones than {@link Words} takes are cut. */
  public FeatureSet of(String text) {
    return of(Words.of(text));
  }

  FeatureSet of(Words words) {
    Concepts concepts = Concepts.of(words, lexicon);
    FeatureSet set = new FeatureSet();
    set.begin(Group.BIAS);
    set.add(BIAS);
    set.begin(Group.WORD);
    for (int i = 0; i < words.size(); i++) set.add(Hash.of(words.word(i)));
    set.begin(Group.WORD_PAIR);
    for (int i = 0; i <= words.size(); i++)
      set.add(Hash.pair(wordHash(words, i - 1), wordHash(words, i)));
    set.begin(Group.SKELETON);
    for (int i = 0; i < words.size(); i++) set.add(Hash.of(words.skeleton(i)));
    set.begin(Group.SKELETON_PAIR);
    for (int i = 1; i < words.size(); i++)
      set.add(Hash.pair(Hash.of(words.skeleton(i - 1)), Hash.of(words.skeleton(i))));
    set.begin(Group.LETTERS);
    for (int i = 0; i < words.size(); i++)
      if (!Masks.isMask(words.word(i)))
        grams(words.word(i), SHORTEST_LETTERS, LONGEST_LETTERS, set);
    set.begin(Group.SOUNDS);
    for (int i = 0; i < words.size(); i++)
      if (!Masks.isMask(words.word(i))) grams(words.sound(i), SHORTEST_SOUNDS, LONGEST_SOUNDS, set);
    addConcepts(concepts, set);
    shape(words, set);
    scripts(words, set);
    return set;
  }

  private static long wordHash(Words words, int at) {
    return at < 0 || at == words.size() ? BIAS : Hash.of(words.word(at));
  }

  private void addConcepts(Concepts concepts, FeatureSet set) {
    set.begin(Group.CONCEPT);
    for (int i = 0; i < concepts.size(); i++) {
      long name = Hash.of(lexicon.name(concepts.concept(i)));
      set.add(concepts.exact(i) ? name : Hash.pair(NEAR, name));
    }
    set.begin(Group.CONCEPT_PAIR);
    for (int i = 0; i < concepts.size(); i++) {
      long first = Hash.of(lexicon.name(concepts.concept(i)));
      int to = Math.min(concepts.size(), i + 1 + CONCEPT_WINDOW);
      for (int j = i + 1; j < to; j++)
        set.add(Hash.pair(first, Hash.of(lexicon.name(concepts.concept(j)))));
    }
  }

  private static void shape(Words words, FeatureSet set) {
    set.begin(Group.SHAPE);
    if (words.asks()) set.add(ASKS);
    int length = 0;
    while (length < LENGTHS.length && words.size() > LENGTHS[length]) length++;
    set.add(length);
    for (int i = 0; i < words.size(); i++)
      if (Masks.isMask(words.word(i))) set.add(Hash.of(words.word(i)));
  }

  private static void scripts(Words words, FeatureSet set) {
    set.begin(Group.SCRIPT);
    Scripts scripts = words.scripts();
    set.add(Hash.of(scripts.main().name()));
  }

  /** Sequences of the letters of a word with its edges marked: "_kh", "khl", ... "es_". */
  private static void grams(String word, int shortest, int longest, FeatureSet set) {
    int length = word.length() + 2;
    for (int from = 0; from + shortest <= length; from++) {
      long hash = Hash.START;
      int to = Math.min(length, from + longest);
      for (int i = from; i < to; i++) {
        hash = Hash.step(hash, i == 0 || i == length - 1 ? '_' : word.charAt(i - 1));
        if (i - from + 1 >= shortest) set.add(Hash.mixed(hash));
      }
    }
  }
}
