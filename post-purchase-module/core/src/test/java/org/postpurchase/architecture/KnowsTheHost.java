package org.postpurchase.architecture;

import org.postpurchase.broadleaf.canary.Host;

final class KnowsTheHost {
  Host host;
}
