package org.postpurchase.confirmation.canary;

import org.postpurchase.series.Verdict;

final class KnowsTheSeries {
  Verdict verdict = Verdict.SEND;
}
