"""Sentences that plainly describe one problem, written for these tests."""

CLEAR = (
    "Nurses are frightened of being fined if they pass patient information to the council.",
    "The two boards cannot settle an argument because no dispute process was ever written down.",
    "Nobody knows which committee has the authority to approve spending from the pooled budget.",
    "Our records system cannot exchange data with the system that social care uses.",
    "The hospital is paid for each admission, so it loses income when people are cared for at home.",
    "The savings go to the hospital while the council pays for the new service.",
    "Integrated care pilots end when the grant stops and are never scaled up across the health and care system.",
    "Every time ministers change there is another reorganisation and we start again from nothing.",
    "The chief officer left and the whole partnership fell apart because it hung on one person.",
    "Doctors and social workers have different professional cultures and speak different languages.",
    "The council is short of home care workers because pay is so low that they leave.",
    "We have no money to invest in prevention since everything goes on crisis care.",
    "Procurement rules force us to put the contract out to competitive tender.",
    "The public protests against any hospital closure and local politicians back down.",
    "There is no evidence that joined-up care saves money, so the finance directors refuse to pay for it.",
    "National targets for the hospital contradict the targets set for social care.",
    "Nobody trusts the other organisation after years of cost shunting between them.",
    "Staff from the two employers do the same job on different pay and conditions.",
    "The partners never agreed who carries the risk if the pooled fund is overspent.",
    "The buildings belong to different bodies and no one may sell or share them.",
)
