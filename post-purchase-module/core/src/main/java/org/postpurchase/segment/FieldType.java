package org.postpurchase.segment;

import static org.postpurchase.segment.Operator.AT_LEAST;
import static org.postpurchase.segment.Operator.AT_MOST;
import static org.postpurchase.segment.Operator.EQUAL;
import static org.postpurchase.segment.Operator.KNOWN;
import static org.postpurchase.segment.Operator.UNKNOWN;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What kind of fact a field is, and how it can be compared. */
public enum FieldType {
  NUMBER(AT_LEAST, AT_MOST, EQUAL, KNOWN, UNKNOWN),
  /** An amount in the currency that the condition names. */
  MONEY(AT_LEAST, AT_MOST, KNOWN, UNKNOWN),
  MOMENT(Operator.DAYS_AGO_AT_LEAST, Operator.DAYS_AGO_AT_MOST, KNOWN, UNKNOWN),
  TEXT(Operator.IS, Operator.IS_NOT, KNOWN, UNKNOWN),
  GOODS(Operator.BOUGHT, Operator.NOT_BOUGHT),
  /** Goods whose pages were looked at, by people who agreed to its being kept. */
  SEEN(Operator.SEEN, Operator.NOT_SEEN),
  FLAG(Operator.YES, Operator.NO);

  public final List<Operator> operators;

  FieldType(Operator... operators) {
    this.operators = Collections.unmodifiableList(Arrays.asList(operators));
  }
}
