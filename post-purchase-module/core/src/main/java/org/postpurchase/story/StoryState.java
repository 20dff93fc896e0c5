package org.postpurchase.story;

/** What has become of a story. The names are stored and never change their meaning. */
public enum StoryState {
  /** The shop has asked its owner for the right. */
  ASKED,
  /** The right is given; staff has not chosen yet. */
  WAITING,
  /** Staff has chosen it. */
  SHOWN,
  /** Staff does not want it shown. */
  HIDDEN,
  /** Its owner has taken the right back; final, unless its owner gives it again. */
  WITHDRAWN
}
