package ma.jisr.map.ledger;

import ma.jisr.store.CollectionSpec;

/** The codes that one sort of thing has, and where their guards are kept. */
public interface Coding {
  /** Where a document a code says whose it is. */
  CollectionSpec spec();

  /** The field of that document that holds the id. */
  String field();

  /** How many lengths of codes there are, shortest first. */
  int lengths();

  /** How many codes there are of a length, from 0. */
  long capacity(int length);

  /** One of them. */
  String code(int length, long number);
}
