package org.postpurchase.service;

/** What a case means for advertising to its customer. The names are stored. */
public enum Advertising {
  /** Nothing is sent while the case is open. */
  PAUSED,
  /** It was closed, and advertising goes on. */
  RESUMED,
  /** It was closed, and advertising rests until somebody resumes it. */
  STOPPED
}
