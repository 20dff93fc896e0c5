package org.postpurchase.ledger;

import java.util.EnumMap;
import java.util.Map;

/** Brings together what is known of one hold: its row, its parts and its postings. */
final class HoldProof {
  private final Map<Verb, Long> posted = new EnumMap<>(Verb.class);
  private PointsHold hold;
  private long parts;
  private long restored;

  void posting(PointsPosting posting) {
    posted.merge(posting.verb, posting.points, Long::sum);
  }

  void row(PointsHold row) {
    hold = row;
  }

  void part(PointsHold.Part part) {
    parts += part.points;
    restored += part.restored;
  }

  boolean isHeld() {
    return hold != null && hold.state == PointsHold.State.HELD;
  }

  long heldPoints() {
    return isHeld() ? hold.points : 0;
  }

  void compare(Findings findings, int holdNo) {
    MismatchKind kind = MismatchKind.ORPHAN_HOLD;
    String name = "hold " + holdNo + " ";
    if (hold == null) {
      findings.add(kind, name + "has no row, but postings or parts");
      return;
    }
    findings.differ(kind, name + "POINTS", hold.points, parts);
    findings.differ(kind, name + "RESTORED", hold.restored, restored);
    findings.differ(kind, name + "of its reserve posting", hold.points, of(Verb.RESERVE));
    long captured = hold.state == PointsHold.State.CAPTURED ? hold.points : 0;
    findings.differ(kind, name + "of its capture posting", captured, of(Verb.CAPTURE));
    long voided = hold.state == PointsHold.State.VOIDED ? hold.points : 0;
    findings.differ(kind, name + "of its void posting", voided, of(Verb.VOID));
    findings.differ(kind, name + "of its restore postings", hold.restored, of(Verb.RESTORE));
  }

  private long of(Verb verb) {
    return posted.getOrDefault(verb, 0L);
  }
}
