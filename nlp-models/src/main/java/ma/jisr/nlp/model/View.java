package ma.jisr.nlp.model;

/** The kinds of features that one model looks at. */
public enum View {
  /** What a message wants: all but the script, which says nothing of a wish. */
  WISH {
    @Override
    boolean sees(Group group) {
      return group != Group.SCRIPT;
    }
  },
  /** In which language it is written. */
  TONGUE {
    @Override
    boolean sees(Group group) {
      return switch (group) {
        case BIAS, WORD, LETTERS, SCRIPT -> true;
        default -> false;
      };
    }
  };

  abstract boolean sees(Group group);
}
