//! Words of the learning room.

messages! {
    title "Belajar" / "Learn"
}
