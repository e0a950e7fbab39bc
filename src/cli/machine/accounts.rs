//! Whose account the program runs in: files that only one account may read are open to every name that it has.

use std::fs;

use rustix::process::geteuid;

use crate::domain::problem::{Kind, Problem};

pub(super) fn look() -> Vec<Problem> {
    judge(geteuid().as_raw(), &fs::read_to_string("/etc/passwd").unwrap_or_default())
}

fn judge(own: u32, list: &str) -> Vec<Problem> {
    if own == 0 {
        return vec![Problem::new(Kind::Locked, "runs-as-root")];
    }
    let names: Vec<&str> = list
        .lines()
        .filter_map(|line| {
            let mut parts = line.split(':');
            let (name, number) = (parts.next()?, parts.nth(1)?);
            (number.parse() == Ok(own)).then_some(name)
        })
        .collect();
    let shared = names.len() > 1;
    shared.then(|| Problem::new(Kind::Locked, "shared-account").with("names", names.join(", "))).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_one_persons_or_the_programs() {
        let list = "root:x:0:0:root:/root:/bin/bash\ntrygg:x:998:998::/var/lib/trygg:/bin/sh\n\
                    anna:x:1000:1000::/home/anna:/bin/bash\nalso:x:998:998::/tmp:/bin/bash\nbroken\n";
        let keys = |own| judge(own, list).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(keys(1000), Vec::<String>::new());
        assert_eq!(keys(0), ["runs-as-root"]);
        assert_eq!(keys(998), ["shared-account names=trygg, also"]);
        assert!(judge(998, "").is_empty());
    }
}
